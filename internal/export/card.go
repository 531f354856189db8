package export

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"
)

// cardPath is where the picture lies that those show who preview a link to the archive.
const cardPath = "card.png"

// card is the picture as a file.
func (x *index) card() File { return File{Path: cardPath, write: x.writeCard} }

// writeCard draws the number of releases of each year as bars: a picture of the whole collection that needs no letters.
func (x *index) writeCard(w io.Writer) error {
	const width, height, margin = 1200, 630, 90
	paper, ink, line := color.RGBA{0xFB, 0xFA, 0xF7, 0xFF}, color.RGBA{0x1F, 0x4E, 0x79, 0xFF}, color.RGBA{0xC9, 0xC5, 0xBB, 0xFF}
	img := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{paper, ink, line})
	fill := func(x0, y0, x1, y1 int, c uint8) {
		for y := max(y0, 0); y < min(y1, height); y++ {
			for x := max(x0, 0); x < min(x1, width); x++ {
				img.SetColorIndex(x, y, c)
			}
		}
	}
	counts := map[int]int{}
	for _, e := range x.releases {
		if y := yearOf(e.Day); y != 0 {
			counts[y]++
		}
	}
	fill(margin, height-margin, width-margin, height-margin+3, 2)
	if len(counts) > 0 {
		var years []int
		most := 0
		for y, n := range counts {
			years, most = append(years, y), max(most, n)
		}
		first, last := slices.Min(years), slices.Max(years)
		first = max(first, last-199) // bars of four pixels at least
		step := (width - 2*margin) / (last - first + 1)
		for y := first; y <= last; y++ {
			left := margin + (y-first)*step
			tall := counts[y] * (height - 2*margin) / most
			fill(left+step/8, height-margin-tall, left+step-step/8, height-margin, 1)
		}
	}
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	return enc.Encode(w, img)
}
