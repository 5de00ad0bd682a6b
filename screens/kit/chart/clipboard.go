package chart

// Fyne's clipboard takes text alone; pictures go there by what each system offers.

// noClipboard is the code of the problem that a system takes no pictures on its clipboard.
const noClipboard = "chart.no_clipboard"

// putPicture puts a PNG on the clipboard; tests note it instead.
//
// Problems: chart.no_clipboard.
var putPicture = systemPicture
