package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Sizes of text, in Fyne units.
const (
	InterfaceSize = 13
	HeadSize      = 11
	BadgeSize     = 12
	KeySize       = 11
	NameSize      = 14 // the program's name above the sidebar
	QuerySize     = 17 // what is typed into quick find
	ReadingSize   = 17
	SnippetSize   = 16 // passages listed on a person's page
	TitleSize     = 29
	QuoteSize     = 14
)

// Heights of lines, as a multiple of the text's size.
const (
	InterfaceLine = 1.45
	ReadingLine   = 1.62
	TitleLine     = 1.22
	QuoteLine     = 1.5
	SnippetLine   = 1.5
)

// Widths and heights of the window's parts, in Fyne units.
const (
	SidebarWidth   = 208
	ListWidth      = 316
	InspectorWidth = 318
	BarHeight      = 46
	StatusHeight   = 26
	RowHeight      = 29
	RowGap         = 2
	FieldHeight    = 30
	MeasureWidth   = 590 // the widest line of reading text: about 66 characters
	ParagraphGap   = 16
	QuickFindWidth = 660
	SwatchSize     = 19
	DotSize        = 8 // a highlight's colour in a list
	EdgeWidth      = 3 // the coloured bar beside a quotation
	LineWidth      = 1
	OutlineWidth   = 1.5 // around the chosen highlight, and around what has focus
)

// Gaps, in Fyne units.
const (
	SidebarPadding = 10 // from the sidebar's edge to a row
	RowPadding     = 8  // from a row's edge to its words
	CardPaddingX   = 14
	CardPaddingY   = 12
	PanePadding    = 16
)

// Radii of corners, in Fyne units.
const (
	KeyCorner       = 4
	SwatchCorner    = 5
	RowCorner       = 6
	FieldCorner     = 7
	BarCorner       = 9 // the bar beside a selection
	QuickFindCorner = 12
)

// FadeMilliseconds is the longest that anything may take to appear.
const FadeMilliseconds = 120

// LineHeight gives the height of one line of interface text of a size, rounded
// to whole units so that lines fall on pixels.
func LineHeight(size, line float32) float32 {
	return float32(int(size*line + 0.5))
}

// What stock widgets ask for, and fields without ground.
var standardSizes = map[fyne.ThemeSizeName]float32{
	SizeQuery:                        QuerySize,
	SizeHeading:                      TitleSize,
	SizeWriting:                      ReadingSize,
	theme.SizeNameText:               InterfaceSize,
	theme.SizeNameCaptionText:        HeadSize,
	theme.SizeNameHeadingText:        20,
	theme.SizeNameSubHeadingText:     15,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       7,
	theme.SizeNameLineSpacing:        3,
	theme.SizeNameInlineIcon:         16,
	theme.SizeNameScrollBar:          8,
	theme.SizeNameScrollBarSmall:     3,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNameSeparatorThickness: LineWidth,
	theme.SizeNameSplitThickness:     LineWidth,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        FieldCorner,
	theme.SizeNameButtonRadius:       FieldCorner,
	theme.SizeNameSelectionRadius:    RowCorner,
	theme.SizeNameCardRadius:         BarCorner,
	theme.SizeNameDialogRadius:       QuickFindCorner,
	theme.SizeNamePopupRadius:        BarCorner,
	theme.SizeNameMenuRadius:         BarCorner,
	theme.SizeNameInnerWindowRadius:  BarCorner,
	theme.SizeNameModalBlurRadius:    0,
}
