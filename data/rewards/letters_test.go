package rewards

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartcanal/data/document"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// namedOffice gives the office its name, which letters and lists are signed with.
func (o *office) namedOffice(t testing.TB) *office {
	t.Helper()
	must(t, o.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.SetSetting(store.Office, "运河区商务局") }))
	return o
}

var tags = regexp.MustCompile(`<[^>]*>`)

// written is the text of a paper as Word reads it.
func written(t testing.TB, paper *document.Paper) string {
	t.Helper()
	content, err := paper.Bytes()
	must(t, err)
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	part, err := archive.Open("word/document.xml")
	must(t, err)
	text, err := io.ReadAll(part)
	must(t, err)
	return tags.ReplaceAllString(string(text), "")
}

func has(t testing.TB, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
}

func TestTheEnterpriseIsToldWhatToBring(t *testing.T) {
	o := newOffice(t).namedOffice(t)
	id := o.claim(t).ID
	materials := o.page(t, id).Materials
	for _, material := range materials[1:] {
		must2(t)(o.SetMaterial(t.Context(), clerk, material.ID, 1, Checked))
	}
	must(t, o.Return(t.Context(), clerk, o.held(t, id), Accepting, "缺材料"))
	paper, err := o.SupplementLetter(t.Context(), id, LetterTerms{Contact: "刘海燕", Phone: "0317-0000000"}, "代运营合同未盖章。")
	must(t, err)
	has(t, written(t, paper), "材料补正通知书", "运河老号食品有限公司：", "2026-001", "1."+materials[0].Name, "代运营合同未盖章", "2026年12月7日", "10个工作日", "联系人：刘海燕")

	must(t, o.Attach(t.Context(), clerk, materials[0].ID, "营业执照.txt", []byte("扫描件")))
	page := o.page(t, id)
	if first := page.Materials[0]; first.State != Received || len(first.Files) != 1 || first.Files[0].Name != "营业执照.txt" || len(page.MissingMaterials()) != 0 {
		t.Errorf("%+v", first)
	}
	_, err = o.SupplementLetter(t.Context(), id, LetterTerms{}, " ")
	refused(t, err, "rewards.nothing_missing")
	must(t, o.AskMaterial(t.Context(), clerk, o.held(t, id), "退货说明"))
	refused(t, o.AskMaterial(t.Context(), clerk, o.held(t, id), " "), "rewards.material_unnamed")
	if missing := o.page(t, id).MissingMaterials(); !slices.Equal(missing, []string{"退货说明"}) {
		t.Errorf("%v", missing)
	}
	must(t, o.AttachToAct(t.Context(), clerk, page.Acts[1].ID, "退回单.txt", []byte("签字")))
	if files := o.page(t, id).Acts[1].Files; len(files) != 1 || files[0].Name != "退回单.txt" {
		t.Errorf("%+v", files)
	}
	refused(t, o.Attach(t.Context(), clerk, 99, "a.txt", []byte("a")), "rewards.no_material")
	refused(t, o.AttachToAct(t.Context(), clerk, 99, "a.txt", []byte("a")), "rewards.no_claim")
	must(t, o.Withdraw(t.Context(), clerk, o.held(t, id), "企业申请"))
	refused(t, o.Attach(t.Context(), clerk, materials[0].ID, "a.txt", []byte("a")), "rewards.claim_ended")
}

func TestNamesOfSinglePersonsAreMaskedInPublic(t *testing.T) {
	for _, c := range []struct {
		o          register.Organization
		name, code string
	}{
		{register.Organization{Name: "运河老号食品有限公司", CreditCode: "91130903MA07K3C23X"}, "运河老号食品有限公司", "91130903MA07K3C23X"},
		{register.Organization{Name: "张三", Kind: register.Grower}, "张*", ""},
		{register.Organization{Name: "欧阳小四", LegalForm: "个人"}, "欧*小四", ""},
		{register.Organization{Name: "运河区老王红枣经营部", CreditCode: "92130903MA07K3C23X"}, "运河区***枣经营部", "9213****C23X"},
		{register.Organization{Name: "王", Kind: register.Grower}, "*", ""},
	} {
		if got := publicName(c.o); got != c.name {
			t.Errorf("%s: %s, want %s", c.o.Name, got, c.name)
		}
		if got := publicCode(c.o); c.code != "" && got != c.code {
			t.Errorf("%s: %s", c.o.Name, got)
		}
	}
}

func TestPapersOfTheMoney(t *testing.T) {
	o := newOffice(t).namedOffice(t).withCode(t)
	must(t, o.SetDepartments(t.Context(), clerk, "区财政局"))
	id := o.claim(t).ID
	for _, actor := range []store.Actor{clerk, clerk, reviewer} {
		o.advance(t, id, actor)
	}
	opinion := o.page(t, id).Opinions[0]
	opinion.Verdict, opinion.Text, opinion.Signer = Objects, "未见完税证明", "孙科"
	must(t, o.Opine(t.Context(), clerk, opinion))
	must(t, o.Settle(t.Context(), clerk, opinion.ID, 2, "已补交"))
	o.advance(t, id, other)
	must2(t)(o.Decide(t.Context(), other, []Held{o.held(t, id)}, Meeting{"局长办公会", "2026-11-20"}, "同意"))
	must2(t)(o.Publish(t.Context(), clerk, NoticeTerms{}, o.held(t, id)))
	o.now = o.now.AddDate(0, 0, 7)
	o.advance(t, id, clerk)
	o.advance(t, id, approver)
	must(t, o.SetPayee(t.Context(), clerk, o.held(t, id), account))
	batch, err := o.ListPayments(t.Context(), clerk, "第一批", o.held(t, id))
	must(t, err)

	folder := t.TempDir()
	papers := map[string]func(string) error{
		"付款清单.xlsx": func(path string) error { return o.SaveBankList(t.Context(), path, batch.ID) },
		"审核表.xlsx":  func(path string) error { return o.SaveReviews(t.Context(), path, id) },
		"联审意见.xlsx": func(path string) error { return o.SaveOpinions(t.Context(), path, id) },
	}
	request, err := o.PaymentRequest(t.Context(), batch.ID, RequestTerms{LetterTerms: LetterTerms{Number: "运商〔2026〕31号", Contact: "刘海燕"}, To: "运河区人民政府", Signer: "周局长"})
	must(t, err)
	has(t, written(t, request), "关于拨付2026年度电子商务发展奖励资金的请示", "运河区人民政府：", "壹拾万元整（100,000.00元）", "签发人", "拨付明细表", "运河老号食品有限公司", "妥否，请批示")
	papers["请示.docx"] = request.Save
	notice, err := o.Notice(t.Context(), NoticeTerms{Office: "运河区商务局", Contact: "刘海燕", From: o.now}, id)
	must(t, err)
	has(t, written(t, notice.Paper()), "拟奖励对象的公示", "运河老号食品有限公司", "100,000.00", "5个工作日", "匿名反映不予受理")
	papers["公示.docx"] = notice.Paper().Save

	rows, err := o.PaymentsOf(t.Context(), batch.ID)
	must(t, err)
	must(t, o.MarkPaid(t.Context(), clerk, Transfer{ID: rows[0].ID, Version: 1, Day: "2026-12-02", Receipt: "HD0001"}))
	papers["归档清单.xlsx"] = func(path string) error { return o.SaveArchive(t.Context(), path, id) }
	must2(t)(o.ClawBack(t.Context(), approver, o.held(t, id), Demand{Reason: "存在虚增销售额", FoundOn: "2026-12-10", Lock: 3}))
	back, err := o.ClawbackLetter(t.Context(), id, LetterTerms{})
	must(t, err)
	has(t, written(t, back), "追回电子商务发展奖励资金", "存在虚增销售额", "壹拾万元整", "至2029年12月10日前，不受理")
	papers["追回通知.docx"] = back.Save
	supplement, err := o.SupplementLetter(t.Context(), id, LetterTerms{}, "请补充退货说明。")
	must(t, err)
	papers["补正通知.docx"] = supplement.Save
	for name, save := range papers {
		must(t, save(filepath.Join(folder, name)))
	}
	for name, wants := range map[string][]string{
		"付款清单.xlsx": {"6222080408001234567", "沧州银行运河支行", "壹拾万元整", "100,000.00", "已到账", "2026-001"},
		"审核表.xlsx":  {"电子商务发展奖励资金审核表", "局长办公会（2026-11-20）　同意　赵科长　2026-11-23", "91130903MA07K3C23X"},
		"联审意见.xlsx": {"区财政局", "不同意", "未见完税证明；协商结果：已补交", "孙科"},
		"归档清单.xlsx": {"HD0001", "6222080408001234567", "2026-11-23 至 2026-11-27", "归档", "2026-12-02"},
	} {
		book := openBook(t, filepath.Join(folder, name))
		cells, err := book.GetRows(book.GetSheetName(0))
		must(t, err)
		text := ""
		for _, row := range cells {
			text += strings.Join(row, "\t") + "\n"
		}
		has(t, text, wants...)
	}
	_, err = o.PaymentRequest(t.Context(), batch.ID, RequestTerms{})
	refused(t, err, "rewards.addressee_missing")
	_, err = o.PaymentRequest(t.Context(), 99, RequestTerms{To: "区政府"})
	refused(t, err, "rewards.no_payment")
	refused(t, o.SaveReviews(t.Context(), filepath.Join(folder, "无.xlsx")), "rewards.no_claim")
	opened(t, folder)
}

// opened lets LibreOffice open every document of a folder and print it (its Writer alone is asked for: the workbooks are
// read back above). Where PAPERS names a folder the pages are left there.
func opened(t *testing.T, folder string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Log("no LibreOffice here: the papers were not opened by it")
		return
	}
	out := os.Getenv("PAPERS")
	if out == "" {
		out = t.TempDir()
	}
	papers, err := filepath.Glob(filepath.Join(folder, "*.docx"))
	must(t, err)
	command := exec.CommandContext(t.Context(), office, append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", out}, papers...)...)
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, paper := range papers {
		page := filepath.Join(out, strings.TrimSuffix(filepath.Base(paper), filepath.Ext(paper))+".pdf")
		if info, err := os.Stat(page); err != nil || info.Size() < 2000 {
			t.Errorf("%s was not opened: %v", filepath.Base(paper), err)
		}
	}
}
