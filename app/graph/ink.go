package graph

import (
	"image"
	"image/color"
	"math"
)

// ink draws into a picture of the pixels of a screen. A net of thousands of
// lines as objects of the toolkit costs a call of the graphics driver for each;
// as one picture it costs one.
type ink struct {
	picture *image.RGBA
	width   int
	height  int
}

// newInk returns a picture of a size, in the memory of an earlier one if that
// is as large, all in one colour.
func newInk(before *image.RGBA, width, height int, ground color.NRGBA) ink {
	i := ink{picture: before, width: width, height: height}
	if before == nil || before.Rect.Dx() != width || before.Rect.Dy() != height {
		i.picture = image.NewRGBA(image.Rect(0, 0, width, height))
	}
	pix := i.picture.Pix
	if len(pix) == 0 {
		return i
	}
	copy(pix, []uint8{ground.R, ground.G, ground.B, 0xff})
	for done := 4; done < len(pix); done *= 2 {
		copy(pix[done:], pix[:done])
	}
	return i
}

// opaque is a colour that covers what lies below; of others the alpha counts.
const opaque = 0xff

// whole is a pixel that is covered all over. Shares are whole numbers of it, and
// places within the picture fixed-point numbers of pixels: a frame mixes some
// million pixels.
const (
	wholeBits = 8
	whole     = 1 << wholeBits
	fixedBits = 16
)

// mix mixes a colour into a pixel by a share, from nothing to whole.
func mix(pix []uint8, c color.NRGBA, share int32) {
	_ = pix[2]
	pix[0] += uint8((int32(c.R) - int32(pix[0])) * share >> wholeBits)
	pix[1] += uint8((int32(c.G) - int32(pix[1])) * share >> wholeBits)
	pix[2] += uint8((int32(c.B) - int32(pix[2])) * share >> wholeBits)
}

// weight is the share by which a colour covers a whole pixel.
func weight(c color.NRGBA) int32 { return int32(c.A) * whole / opaque }

// line draws a straight line with smooth sides and blunt ends; the dots at its
// ends cover those.
func (i ink) line(x1, y1, x2, y2, width float32, c color.NRGBA) {
	x1, y1, x2, y2, ok := i.clip(x1, y1, x2, y2, width)
	if !ok {
		return
	}
	dx, dy := x2-x1, y2-y1
	steep := max(dy, -dy) > max(dx, -dx)
	if steep {
		x1, y1, x2, y2, dx, dy = y1, x1, y2, x2, dy, dx
	}
	if dx < 0 {
		x1, y1, x2, dx, dy = x2, y2, x1, -dx, -dy
	}
	if dx == 0 {
		return
	}
	along, aside, end, side := 4, i.picture.Stride, i.width, i.height
	if steep {
		along, aside, end, side = aside, along, side, end
	}
	slope := dy / dx
	half := fixed(width / 2 * float32(math.Sqrt(float64(1+slope*slope))))
	first := max(int(x1+0.5), 0)
	middle, step := fixed(y1+slope*(float32(first)+0.5-x1)), fixed(slope)
	most, last := int32(side)<<fixedBits, min(float32(end), x2+0.5)
	full, pix := weight(c), i.picture.Pix
	for x := first; float32(x)+1 <= last; x++ {
		top, bottom := max(middle-half, 0), min(middle+half, most)
		for y := top >> fixedBits; y<<fixedBits < bottom; y++ {
			cover := (min(bottom, (y+1)<<fixedBits) - max(top, y<<fixedBits)) >> (fixedBits - wholeBits)
			mix(pix[x*along+int(y)*aside:], c, cover*full>>wholeBits)
		}
		middle += step
	}
}

// fixed is a length as a fixed-point number. Lengths are within a picture or
// near it, so 16 bits before the point are enough.
func fixed(v float32) int32 { return int32(v * (1 << fixedBits)) }

// clip cuts a line to the picture, by the method of Liang and Barsky (1984).
func (i ink) clip(x1, y1, x2, y2, margin float32) (float32, float32, float32, float32, bool) {
	from, to := float32(0), float32(1)
	dx, dy := x2-x1, y2-y1
	for _, edge := range [4][2]float32{
		{-dx, x1 + margin},
		{dx, float32(i.width) + margin - x1},
		{-dy, y1 + margin},
		{dy, float32(i.height) + margin - y1},
	} {
		switch at := edge[1] / edge[0]; {
		case edge[0] == 0 && edge[1] < 0:
			return 0, 0, 0, 0, false
		case edge[0] < 0:
			from = max(from, at)
		case edge[0] > 0:
			to = min(to, at)
		}
	}
	return x1 + from*dx, y1 + from*dy, x1 + to*dx, y1 + to*dy, from <= to
}

// disc draws a filled circle with a smooth edge.
func (i ink) disc(x, y, radius float32, c color.NRGBA) { i.ring(x, y, 0, radius, c) }

// ring draws what lies between two circles; an inner radius of zero is a disc.
func (i ink) ring(x, y, inner, outer float32, c color.NRGBA) {
	full := weight(c)
	left, right := max(0, int(x-outer-1)), min(i.width-1, int(x+outer+1))
	for py := max(0, int(y-outer-1)); py <= min(i.height-1, int(y+outer+1)); py++ {
		dy := float32(py) + 0.5 - y
		row := i.picture.Pix[py*i.picture.Stride:]
		for px := left; px <= right; px++ {
			dx := float32(px) + 0.5 - x
			square := dx*dx + dy*dy
			if square >= (outer+0.5)*(outer+0.5) {
				continue
			}
			share := full
			if inner > 0 || square > (outer-0.5)*max(outer-0.5, 0) {
				far := float32(math.Sqrt(float64(square)))
				cover := min(1, outer+0.5-far)
				if inner > 0 {
					cover = min(cover, far-inner+0.5)
				}
				if cover <= 0 {
					continue
				}
				share = int32(cover * float32(full))
			}
			mix(row[px*4:], c, share)
		}
	}
}

// rect fills a rectangle, in whole pixels.
func (i ink) rect(x, y, width, height float32, c color.NRGBA) {
	left, right, full := max(0, int(x+0.5)), min(i.width, int(x+width+0.5)), weight(c)
	for py := max(0, int(y+0.5)); py < min(i.height, int(y+height+0.5)); py++ {
		row := i.picture.Pix[py*i.picture.Stride:]
		for px := left; px < right; px++ {
			mix(row[px*4:], c, full)
		}
	}
}

// thin returns a colour that lets what lies below through.
func thin(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
