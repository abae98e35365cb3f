package org.somata.experiments.markup;

/** Characters, escaped for wherever they stand: between tags or in a quoted attribute. */
record Text(String characters) implements Markup {
    @Override
    public void appendTo(StringBuilder page) {
        escape(characters, page);
    }

    static void escape(String characters, StringBuilder page) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                // no character reference can stand for a control character, and no file of ours has one
                default -> page.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
    }
}
