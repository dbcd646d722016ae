package io.dovetail.console.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads the guides, which the build puts beside the pages. */
@ApplicationScoped
class Guides {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final Pattern OTHER_GUIDE = Pattern.compile("([A-Za-z0-9-]+)\\.md");
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> lead(node, attributes))
            .build();

    /**
     * One guide.
     *
     * @param html the whole page as HTML, its title as the first heading
     */
    record Page(String title, String html) {}

    Optional<Page> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (var stream = Guides.class.getResourceAsStream("/guides/" + name + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(page(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException("the guide " + name + " could not be read", failure);
        }
    }

    private Page page(String markdown) {
        var title = markdown.lines().findFirst().orElse("").replaceFirst("^# ", "");
        return new Page(title, renderer.render(parser.parse(markdown)));
    }

    /** To the other guides; what else a guide names stands in the repository alone, and is no link here. */
    private static void lead(Node node, Map<String, String> attributes) {
        if (!(node instanceof Link link)) {
            return;
        }
        var other = OTHER_GUIDE.matcher(link.getDestination());
        if (other.matches()) {
            attributes.put("href", "/guides/" + other.group(1));
        } else if (!link.getDestination().startsWith("https://")) {
            attributes.remove("href");
        }
    }
}
