package dev.pharos.engine.storage;

import dev.pharos.engine.note.LinkNames;

import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What SQL has to know of names and links.
final class NameFunctions {
    private NameFunctions() {}

    static void addTo(Connection connection) throws SQLException {
        Function.create(connection, "pharos_link_name", new LinkName());
        Function.create(connection, "pharos_names", new Names());
    }

    /// `pharos_link_name(target)`: the key of what a link names.
    private static final class LinkName extends Function {
        @Override
        protected void xFunc() throws SQLException {
            result(LinkNames.ofTarget(value_text(0)));
        }
    }

    /// `pharos_names(path, title, properties)`: the names of a source as JSON, pairs of a key and
    /// the name to show, which is null for a mere key.
    private static final class Names extends Function {
        @Override
        protected void xFunc() throws SQLException {
            var pairs = new ArrayList<List<@Nullable String>>();
            String file = String.valueOf(Path.of(value_text(0)).getFileName());
            String title = value_text(1);
            add(pairs, LinkNames.withoutMarkdown(file));
            add(pairs, title);
            aliases(value_text(2)).forEach(alias -> add(pairs, alias));
            pairs.add(pair(LinkNames.key(LinkNames.withoutEnding(file)), null));
            result(Json.write(pairs));
        }

        private static void add(List<List<@Nullable String>> pairs, String name) {
            String key = LinkNames.key(name);
            String last = LinkNames.ofTarget(name);
            pairs.add(pair(key, name));
            if (!last.equals(key)) {
                pairs.add(pair(last, null));
            }
        }

        private static List<@Nullable String> pair(String key, @Nullable String name) {
            return Arrays.asList(key, name);
        }

        private static List<String> aliases(@Nullable String properties) {
            return properties == null
                    ? List.of()
                    : ((Map<?, ?>) Json.read(properties, Map.class))
                            .entrySet().stream()
                                    .filter(fact ->
                                            String.valueOf(fact.getKey())
                                                    .toLowerCase(Locale.ROOT)
                                                    .matches("alias(es)?"))
                                    .flatMap(fact ->
                                            Arrays.stream(
                                                    String.valueOf(fact.getValue()).split(",")))
                                    .map(String::strip)
                                    .filter(alias -> !alias.isEmpty())
                                    .toList();
        }
    }
}
