package identity

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/problem"
)

func TestCreditCodes(t *testing.T) {
	for _, code := range []string{"91330100799655058B", "9144030071526726XG", "91110108551385082Q", "913301007996550060"} {
		if err := CheckCreditCode(code); err != nil {
			t.Errorf("%s: %v", code, err)
		}
		if err := CheckOrganizationCode(EmbeddedOrganizationCode(code)); code != "913301007996550060" && err != nil {
			t.Errorf("%s: %v", code, err)
		}
	}
	for code, want := range map[string]*problem.Problem{
		"":                   problem.New("identity.credit_code_length", "length", 0),
		"91350100M000100Y4":  problem.New("identity.credit_code_length", "length", 17),
		"91350100M000100Y4Z": problem.New("identity.credit_code_character", "character", "Z", "position", 18),
		"91350100M000100Y4Y": problem.New("identity.credit_code_check", "expected", "3"),
		"9133O100799655058B": problem.New("identity.credit_code_character", "character", "O", "position", 5),
		"9133A100799655058B": problem.New("identity.credit_code_character", "character", "A", "position", 5),
		"91330100799655058b": problem.New("identity.credit_code_character", "character", "b", "position", 18),
		"沧州市运河区某某商贸有限公司一二三四": problem.New("identity.credit_code_character", "character", "沧", "position", 1),
	} {
		err := CheckCreditCode(code)
		if err == nil || err.Error() != want.Error() {
			t.Errorf("%s: %v, want %v", code, err, want)
		}
	}
	if got := RegisteredIn("91330100799655058B"); got != "330100" {
		t.Error(got)
	}
}

func TestOneWrongCharacterIsNoticed(t *testing.T) {
	letter := rapid.SampledFrom([]byte(creditAlphabet))
	rapid.Check(t, func(t *rapid.T) {
		first := append([]byte("91130903"), rapid.SliceOfN(letter, 9, 9).Draw(t, "body")...)
		code := append(first, CreditCheck(string(first)))
		if err := CheckCreditCode(string(code)); err != nil {
			t.Fatalf("%s: %v", code, err)
		}
		at := rapid.IntRange(0, 17).Draw(t, "at")
		other := letter.Draw(t, "other")
		if other == code[at] {
			return
		}
		code[at] = other
		if CheckCreditCode(string(code)) == nil {
			t.Fatalf("%s passes", code)
		}
	})
}

func TestOrganizationCodes(t *testing.T) {
	for _, code := range []string{"D2143569-X", "D2143569X", "79965505-8"} {
		if err := CheckOrganizationCode(code); err != nil {
			t.Errorf("%s: %v", code, err)
		}
	}
	if err := CheckOrganizationCode("D21435691"); !errors.Is(err, problem.New("identity.organization_code_check")) {
		t.Error(err)
	}
	for _, code := range []string{"", "D2143569", "D214356-9X", "D214356九X"} {
		if err := CheckOrganizationCode(code); !errors.Is(err, problem.New("identity.organization_code_form")) {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func TestResidentIDs(t *testing.T) {
	now := time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)
	for id, want := range map[string]string{
		"11010519491231002X": "", "440524188001010014": "",
		"110105194912310021": "check", "11010519490231002X": "date", "11010520491231002X": "date", "11010518001231002X": "date",
		"1101051949123100": "form", "11010519491231002x": "form", "A1010519491231002X": "form", "": "form",
	} {
		err := CheckResidentID(id, now)
		if want == "" && err != nil || want != "" && !errors.Is(err, problem.New("identity.resident_id_"+want)) {
			t.Errorf("%s: %v, want %q", id, err, want)
		}
		if err != nil && id != "" && strings.Contains(err.Error(), id) {
			t.Errorf("the problem tells the number: %v", err)
		}
	}
}

func TestPhones(t *testing.T) {
	for text, want := range map[string]string{
		"138 0317 6021": "13803176021", "+86-138-0317-6021": "13803176021", "8613803176021": "13803176021", "'13803176021": "13803176021",
		"１３８０３１７６０２１": "13803176021", "0317-3021234": "0317-3021234", "3021234": "3021234", "010-88886666-801": "010-88886666-801",
		"400-800-1234": "400-800-1234", "86123456": "86123456",
	} {
		got := CleanPhone(text)
		if err := CheckPhone(got); got != want || err != nil {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
	for _, number := range []string{"", "1380317602", "12803176021", "138031760210", "x", "0317"} {
		if err := CheckPhone(number); !errors.Is(err, problem.New("identity.phone")) {
			t.Errorf("%s: %v", number, err)
		}
	}
}

func TestMasks(t *testing.T) {
	for got, want := range map[string]string{
		MaskPhone("13803176021"):             "138****6021",
		MaskPhone("0317-2021567"):            "0317-20*****",
		MaskPhone("1234"):                    "****",
		MaskPhone(""):                        "",
		MaskResidentID("11010519491231002X"): "11************002X",
		MaskNumber("2088021234564417"):       "2088****4417",
		MaskNumber("123"):                    "***",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		" 9133 0100799655058b\t": "91330100799655058B", `="0012"`: "0012", "'0012": "0012", "\ufeff９１Ａ　": "91A", "D2143569－X": "D2143569-X",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func FuzzCreditCode(f *testing.F) {
	f.Add("91330100799655058B")
	f.Add("９１３３０１００７９９６５５０５８ｂ")
	f.Fuzz(func(t *testing.T, text string) {
		code := Clean(text)
		if CheckCreditCode(code) == nil && (len(code) != CreditCodeLength || Clean(code) != code) {
			t.Fatalf("%q passes as %q", text, code)
		}
	})
}
