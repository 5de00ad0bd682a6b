package money

import "strings"

var (
	capitalDigits = [10]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}
	placeNames    = [4]string{"仟", "佰", "拾", ""}
	sectionNames  = [5]string{"亿", "万", "亿", "万", ""}
)

// Capitals writes the amount in capital numerals by the rules for filling in bills and vouchers (annex 1 of
// the 支付结算办法), without 人民币 in front: 壹佰贰拾叁元肆角伍分. Where the rules leave a choice, it takes
// the first of their examples: no 整 after 角, one 零 between 元 and 角 where the yuan end in 0.
func (f Fen) Capitals() string {
	var b strings.Builder
	if f < 0 {
		b.WriteString("负")
	}
	size := f.magnitude()
	yuan, jiao, fen := size/100, size/10%10, size%10
	if yuan > 0 || size == 0 {
		writeYuan(&b, yuan)
		b.WriteString("元")
	}
	switch {
	case jiao == 0 && fen == 0:
		b.WriteString("整")
		return b.String()
	case yuan > 0 && (jiao == 0 || yuan%10 == 0):
		b.WriteString("零")
	}
	if jiao > 0 {
		b.WriteString(capitalDigits[jiao] + "角")
	}
	if fen > 0 {
		b.WriteString(capitalDigits[fen] + "分")
	}
	return b.String()
}

// writeYuan goes through sections of four digits, as Chinese counts.
func writeYuan(b *strings.Builder, yuan uint64) {
	if yuan == 0 {
		b.WriteString(capitalDigits[0])
		return
	}
	started, zero := false, false
	sinceYi := false // whether anything was written since the last 亿
	divisor := uint64(1e16)
	for _, name := range sectionNames {
		section := yuan / divisor % 10_000
		if section > 0 {
			zero = writeSection(b, section, started, zero)
			started, sinceYi = true, true
		} else {
			zero = started
		}
		if section > 0 && name != "" || name == "亿" && sinceYi {
			b.WriteString(name)
			zero = zero && section == 0
		}
		if name == "亿" {
			sinceYi = false
		}
		divisor /= 10_000
	}
}

// writeSection writes four digits and one 零 for each run of zeros between written digits. It tells whether
// the section ends in zeros.
func writeSection(b *strings.Builder, section uint64, started, zero bool) bool {
	divisor := uint64(1000)
	for _, place := range placeNames {
		digit := section / divisor % 10
		divisor /= 10
		if digit == 0 {
			zero = started
			continue
		}
		if zero {
			b.WriteString(capitalDigits[0])
		}
		b.WriteString(capitalDigits[digit] + place)
		started, zero = true, false
	}
	return zero
}
