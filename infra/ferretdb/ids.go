package main

import (
	"context"
	"database/sql"
	"log"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite"
)

// Between two looks for new collections.
const look = 100 * time.Millisecond

// Tables of documents that are not yet indexed by what FerretDB asks for.
const unindexed = `SELECT name FROM sqlite_master AS t WHERE type = 'table' AND sql LIKE '%_ferretdb_sjson%'
	AND NOT EXISTS (SELECT 1 FROM sqlite_master AS i WHERE i.name = t.name || '_asked')`

// FerretDB 1.24 indexes `_id` by one expression and asks for it by another, so that each look-up and each update by `_id`
// reads the whole collection, as on MongoDB it never does. Every collection gets the index that is asked for.
func indexIDs(ctx context.Context, folder string) {
	looked := map[string]time.Time{}
	for ctx.Err() == nil {
		files, _ := filepath.Glob(filepath.Join(folder, "*.sqlite"))
		for _, file := range files {
			changed := lastChange(file)
			if looked[file].Equal(changed) {
				continue
			}
			if err := indexFile(ctx, file); err != nil {
				// Dropped meanwhile, or busy: what is still there is met again.
				log.Printf("%s: %v", filepath.Base(file), err)
				continue
			}
			looked[file] = changed
		}
		time.Sleep(look)
	}
}

// What is new stands in the write-ahead log first.
func lastChange(file string) time.Time {
	var last time.Time
	for _, each := range []string{file, file + "-wal"} {
		if info, err := os.Stat(each); err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last
}

func indexFile(ctx context.Context, file string) error {
	db, err := sql.Open("sqlite", "file:"+file+"?mode=rw&_pragma=busy_timeout(10000)")
	if err != nil {
		return err
	}
	defer db.Close()
	tables, err := namesOf(ctx, db)
	if err != nil {
		return err
	}
	for _, table := range tables {
		create := `CREATE INDEX IF NOT EXISTS "` + table + `_asked" ON "` + table + `" (_ferretdb_sjson->'$._id')`
		if _, err = db.ExecContext(ctx, create); err != nil {
			return err
		}
	}
	return nil
}

func namesOf(ctx context.Context, db *sql.DB) ([]string, error) {
	rows, err := db.QueryContext(ctx, unindexed)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err = rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
