package edtf

// Narrowed returns an interval with one open end without the year, month or day at
// its other end, which the format counts to it: of ../1938 it is ../1937, which is
// all before 1938; of 1938/.. it is 1939/... Any other date, and one with a time of
// day there, is returned as it is.
func (d Date) Narrowed() Date { return d.moved(point.previous, point.next) }

// Widened undoes Narrowed: of ../1937 it is ../1938, of 1939/.. it is 1938/...
func (d Date) Widened() Date { return d.moved(point.next, point.previous) }

// moved moves the end that an interval with one open end has.
func (d Date) moved(last, first func(point) point) Date {
	switch {
	case d.form != interval:
	case d.start.bound == open && d.close.bound == given:
		d.close.point = last(d.close.point)
	case d.close.bound == open && d.start.bound == given:
		d.start.point = first(d.start.point)
	}
	return d
}

// previous is the year, month or day before p begins, with the marks of p.
func (p point) previous() point {
	if p.clock.set {
		return p
	}
	return p.at(p.earliest()-1, p.precision())
}

// next is the year, month or day after p is over, with the marks of p.
func (p point) next() point {
	if p.clock.set {
		return p
	}
	return p.at(p.latest()+1, p.precision())
}
