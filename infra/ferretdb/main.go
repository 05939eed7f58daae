// A MongoDB wire-protocol server for tests: FerretDB on SQLite files, on loopback.
//
// Usage: ferretdb <folder>. Prints its URL as the first line on standard output; ends with SIGTERM or SIGINT.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: ferretdb <folder>")
	}
	server, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Handler:  "sqlite",
		// A test kills the process and never the machine: what SQLite has handed over to the system is there afterwards.
		SQLiteURL: "file:" + os.Args[1] + "/?_pragma=synchronous(off)",
	})
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	go indexIDs(ctx, os.Args[1])
	ready := make(chan error, 1)
	go func() { ready <- server.Run(ctx) }()
	inner, err := url.Parse(server.MongoDBURI())
	if err != nil {
		log.Fatal(err)
	}
	gate, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go takeTurns(gate, inner.Host)
	fmt.Printf("mongodb://%s/\n", gate.Addr())
	if err := <-ready; err != nil {
		log.Fatal(err)
	}
}
