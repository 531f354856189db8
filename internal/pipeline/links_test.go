package pipeline

import (
	"slices"
	"testing"
	"testing/fstest"
)

func TestCheckLinks(t *testing.T) {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"index.html": `<a href="a/x.html#here">x</a> <a href="#top">up</a>
<a href="a/gone.html">gone</a> <a href="a/x.html#nowhere">x</a>
<a href="/a/x.html">from the top</a>
<a href="https://example.org/">out</a> <img src="static/icon.svg"> <a href="javascript:alert(1)">no</a>`,
		"a/x.html":        `<p id="here"><a href="../index.html">home</a><p id="here"><script>"<a href='no'>"</script><!-- <a href="no"> -->`,
		"static/icon.svg": `<svg/>`,
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	got, err := CheckLinks(site)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`a/x.html:1: id "here" stands twice`,
		`index.html:1: link "#top": no such place on the page`,
		`index.html:2: link "a/gone.html": leads nowhere`,
		`index.html:2: link "a/x.html#nowhere": no such place on the page`,
		`index.html:3: link "/a/x.html": not relative`,
		`index.html:4: link "javascript:alert(1)": scheme javascript`,
	}
	if !slices.Equal(got.Faults, want) {
		t.Errorf("%q\nwant %q", got.Faults, want)
	}
	if got.Pages != 2 || got.Count != 8 {
		t.Errorf("%d pages, %d links", got.Pages, got.Count)
	}
}
