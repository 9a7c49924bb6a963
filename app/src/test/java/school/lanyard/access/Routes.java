// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import school.lanyard.testing.Running;

/// Every route of the running server, as its own handlers declare it.
final class Routes {

    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final List<String> EXAMPLES =
            List.of(
                    ID,
                    "ABCD-EFGH",
                    "ABCD-2345",
                    "AB2C-D3EF",
                    "ABCDEF",
                    "12",
                    "pdf",
                    "posters",
                    "tables");

    private Routes() {}

    /// One way to call a handler.
    record Route(String method, String path, Set<Caller> callers) {

        /// The path with every variable filled in.
        String example() {
            return filled(path);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> of(Running server) {
        return server.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> {
                    var rule = entry.getValue().getMethodAnnotation(MayCall.class);
                    assertThat(rule).as("rule of %s", entry.getValue()).isNotNull();
                    var methods = entry.getKey().getMethodsCondition().getMethods();
                    var names =
                            methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
                    return names.flatMap(method ->
                            entry.getKey().getPatternValues().stream()
                                    .map(path -> new Route(method, path, Set.of(rule.value()))));
                })
                .filter(route -> !route.path().equals("/error"))
                .distinct()
                .sorted(
                        Comparator.comparing((Route route) -> route.path().equals("/sign-out"))
                                .thenComparing(Route::toString))
                .toList();
    }

    /// Every variable filled with the first example that its own pattern takes.
    private static String filled(String path) {
        var filled = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '{') {
                filled.append(path.charAt(i));
                continue;
            }
            int depth = 1;
            int end = i + 1;
            for (; depth > 0; end++) {
                depth += path.charAt(end) == '{' ? 1 : path.charAt(end) == '}' ? -1 : 0;
            }
            filled.append(example(path.substring(i + 1, end - 1)));
            i = end - 1;
        }
        return filled.toString();
    }

    private static String example(String variable) {
        var pattern = variable.contains(":") ? variable.replaceFirst("^[^:]*:", "") : ".*";
        return EXAMPLES.stream()
                .filter(each -> each.matches(pattern))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example for " + variable));
    }
}
