package org.somata.experiments.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ElementTest {
    @Test
    void textIsEscaped() {
        assertEquals(
                "<td>&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;</td>",
                Element.of("td", "<script>alert('&\"')</script>").toString());
    }

    @Test
    void valuesOfAttributesAreEscaped() {
        assertEquals(
                "<td title=\"&quot; onclick=&quot;x\"></td>",
                Element.of("td").with("title", "\" onclick=\"x").toString());
    }

    @Test
    void controlCharactersDoNotPass() {
        assertEquals("<td>a\uFFFDb\tc</td>", Element.of("td", "a\u0000b\tc").toString());
    }

    @Test
    void whatHoldsNothingHasNoEnd() {
        assertEquals(
                "<td>a<br>b</td>",
                Element.of("td", "a").add(Element.of("br")).add("b").toString());
    }

    @Test
    void aResourceStaysAsItIsAndIsKnownByItsHash() {
        Embedded script = Embedded.script(org.somata.experiments.report.ReportPageTest.class, "report.js");
        StringBuilder page = new StringBuilder();
        script.appendTo(page);
        String text = page.toString();
        assertTrue(text.startsWith("<script>// ") && text.endsWith("</script>\n"));
        // the end of a script within it would end it
        assertFalse(text.substring(0, text.length() - 10).contains("</"));
        assertTrue(script.hash().matches("'sha256-[A-Za-z0-9+/]{43}='"), script.hash());
    }
}
