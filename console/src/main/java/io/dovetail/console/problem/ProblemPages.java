package io.dovetail.console.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads the pages of contracts/problems, which the contracts' jar brings along. */
@ApplicationScoped
class ProblemPages {
    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).build();

    /**
     * One page.
     *
     * @param html the whole page as HTML, its title as the first heading
     */
    record Page(String title, String html) {}

    Optional<Page> find(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        try (var stream = ProblemPages.class.getResourceAsStream("/contracts/problems/" + slug + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(page(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException("the page of " + slug + " could not be read", failure);
        }
    }

    private Page page(String markdown) {
        var title = markdown.lines().findFirst().orElse("").replaceFirst("^# ", "");
        return new Page(title, renderer.render(parser.parse(markdown)));
    }
}
