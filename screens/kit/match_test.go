package kit

import "testing"

func TestTheMatchIsFoundInTheLabel(t *testing.T) {
	for _, c := range []struct{ label, query, want string }{
		{"运河老号食品有限公司", "老号", "老号"}, {"运河老号食品有限公司", "lhsp", "老号食品"}, {"运河老号食品有限公司", "yunhe", "运河"},
		{"1900012345_ALL.csv", "all", "ALL"}, {"导入账单…", "drzd", "导入账单"}, {"运河区", "xyz", ""}, {"运河区", " ", ""},
	} {
		from, to := matchOf(c.label, c.query)
		got := ""
		if from >= 0 {
			got = c.label[from:to]
		}
		if got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.query, c.label, got, c.want)
		}
	}
}
