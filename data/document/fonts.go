package document

import (
	"strings"

	"smartcanal/data/document/wml"
)

// The fonts of the standard by the names that offices have them under. What stands in for one that is missing
// is in standIns.
const (
	fangSong = "仿宋_GB2312"
	kaiTi    = "楷体_GB2312"
	heiTi    = "黑体"
	biaoSong = "方正小标宋简体"
	songTi   = "宋体"
)

var standardFonts = []string{fangSong, kaiTi, heiTi, biaoSong, songTi}

// standIns are the fonts that may stand in, best first: those of newer Windows, of macOS, of domestic and
// other Linux. Word and WPS take them from the document's table of fonts.
var standIns = map[string][]string{
	fangSong: {"仿宋", "FangSong", "华文仿宋", "STFangsong", "方正仿宋_GBK", "AR PL UMing CN", "Noto Serif CJK SC"},
	kaiTi:    {"楷体", "KaiTi", "华文楷体", "STKaiti", "方正楷体_GBK", "AR PL UKai CN"},
	heiTi:    {"SimHei", "华文黑体", "STHeiti", "方正黑体_GBK", "Noto Sans CJK SC", "WenQuanYi Zen Hei"},
	biaoSong: {"方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "Noto Serif CJK SC"},
	songTi:   {"SimSun", "华文宋体", "STSong", "方正书宋_GBK", "Noto Serif CJK SC", "AR PL UMing CN"},
}

// fontTable tells what stands in. The character set is that of GB 2312.
func fontTable() wml.FontTable {
	var table wml.FontTable
	for _, name := range standardFonts {
		table.Fonts = append(table.Fonts, wml.FontRecord{
			Name: name, AltName: wml.Word(strings.Join(standIns[name], ",")), Charset: wml.Word("86"), Family: wml.Word("auto"), Pitch: wml.Word("default"),
		})
	}
	return table
}
