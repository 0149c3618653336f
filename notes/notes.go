// Package notes is the domain of Cuttings: what an archive holds, the rules
// that hold in it, the operations that change it and the interfaces that
// storage fulfils. It knows no database and no screen.
package notes
