package main

import (
	"encoding/binary"
	"io"
	"log"
	"net"
	"sync"

	"github.com/FerretDB/wire/wirebson"
)

const (
	header     = 16
	opMsg      = 2013
	moreToCome = 2
	largest    = 48_000_000
)

// FerretDB on SQLite reads what it updates, then writes it back, outside of any transaction: of two updates of one document
// at once one is lost, which MongoDB never does. It keeps connections of a pool meanwhile, and SQLite lets those who want to
// write wait by chance and not in turn. So commands that write take turns here, one at a time in each database, to their end,
// even where whoever sent them is gone.
var writes = map[string]bool{
	"insert": true, "update": true, "delete": true, "findAndModify": true,
	"create": true, "createIndexes": true, "drop": true, "dropIndexes": true, "dropDatabase": true,
}

type turns struct {
	mu  sync.Mutex
	all map[string]*sync.Mutex
}

func (t *turns) of(database string) *sync.Mutex {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.all[database] == nil {
		t.all[database] = &sync.Mutex{}
	}
	return t.all[database]
}

// One message as it stands on the wire.
func readMessage(from io.Reader) ([]byte, error) {
	head := make([]byte, header)
	if _, err := io.ReadFull(from, head); err != nil {
		return nil, err
	}
	length := int(binary.LittleEndian.Uint32(head))
	if length < header || length > largest {
		return nil, io.ErrUnexpectedEOF
	}
	message := append(head, make([]byte, length-header)...)
	_, err := io.ReadFull(from, message[header:])
	return message, err
}

// The database that a message writes to; empty for one that only reads.
func writtenBy(message []byte) string {
	if binary.LittleEndian.Uint32(message[12:]) != opMsg || len(message) < header+10 {
		return ""
	}
	raw := message[header+5:]
	size := int(binary.LittleEndian.Uint32(raw))
	if size > len(raw) {
		return ""
	}
	command, err := wirebson.RawDocument(raw[:size]).Decode()
	if err != nil || !writes[command.Command()] {
		return ""
	}
	database, _ := command.Get("$db").(string)
	return database
}

func isAnswered(message []byte) bool {
	return binary.LittleEndian.Uint32(message[12:]) != opMsg || binary.LittleEndian.Uint32(message[header:])&moreToCome == 0
}

func (t *turns) exchange(message []byte, server net.Conn) ([]byte, error) {
	if database := writtenBy(message); database != "" {
		turn := t.of(database)
		turn.Lock()
		defer turn.Unlock()
	}
	if _, err := server.Write(message); err != nil || !isAnswered(message) {
		return nil, err
	}
	return readMessage(server)
}

func (t *turns) serve(client net.Conn, server net.Conn) {
	defer client.Close()
	defer server.Close()
	for {
		message, err := readMessage(client)
		if err != nil {
			return
		}
		answer, err := t.exchange(message, server)
		if err != nil {
			return
		}
		if _, err = client.Write(answer); err != nil {
			return
		}
	}
}

func takeTurns(gate net.Listener, server string) {
	all := &turns{all: map[string]*sync.Mutex{}}
	for {
		client, err := gate.Accept()
		if err != nil {
			return
		}
		upstream, err := net.Dial("tcp", server)
		if err != nil {
			log.Print(err)
			client.Close()
			continue
		}
		go all.serve(client, upstream)
	}
}
