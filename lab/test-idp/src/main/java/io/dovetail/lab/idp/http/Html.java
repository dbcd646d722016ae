package io.dovetail.lab.idp.http;

/** Pages: one frame, and escaping for whatever came from outside. */
public final class Html {

    private Html() {}

    /** Text that is safe in an element and in a quoted attribute. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A whole page around a body that is already HTML. */
    public static String page(String title, String body) {
        return page(title, "", body);
    }

    /** A whole page that sends its first form by itself where scripts run. */
    public static String sendingPage(String title, String body) {
        return page(title, "<script src=\"/assets/send.js\" defer></script>", body);
    }

    /** A hidden field of a form. */
    public static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escape(name), escape(value));
    }

    private static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title><link rel="icon" href="/assets/icon.svg">
                <link rel="stylesheet" href="/assets/page.css">%2$s</head>
                <body><header><a href="/">Test identity provider</a></header><main><h1>%1$s</h1>
                %3$s
                </main></body></html>
                """.formatted(escape(title), head, body);
    }
}
