//go:build tools

// Package temporal pins the Temporal server, its SQL tool and its web UI, so that one go.sum says what we build.
// Nothing here is ours: the commands are built as their makers wrote them.
package temporal

import (
	_ "github.com/temporalio/ui-server/v2/cmd/server"
	_ "go.temporal.io/server/cmd/server"
	_ "go.temporal.io/server/cmd/tools/sql"
)
