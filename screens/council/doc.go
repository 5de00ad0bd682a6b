// Package council shows the joint conference: supervised tasks, meetings, members.
package council
