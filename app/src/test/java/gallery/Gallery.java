// SPDX-License-Identifier: Apache-2.0
package gallery;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import school.lanyard.web.NavItem;
import school.lanyard.web.Visitor;
import school.lanyard.web.Visitors;

/// The web module by itself, open to anybody, with a page for each family of components.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan("school.lanyard.web")
@Import(GalleryController.class)
public class Gallery {

    public static ConfigurableApplicationContext start(String... options) {
        return new SpringApplicationBuilder(Gallery.class).run(options);
    }

    /// To look at the gallery: run this, and open port 8089.
    public static void main(String[] args) {
        start("--server.port=8089");
    }

    @Bean
    SecurityFilterChain everybodyMayLookAtTheGallery(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }

    @Bean
    Visitors visitors() {
        return request ->
                request.getRequestURI().startsWith("/gallery/signin")
                        ? Visitor.nobodyAt("Willow Bank Infant School")
                        : teacher();
    }

    private static Visitor teacher() {
        return new Visitor(
                "Robin Example",
                "Willow Bank Infant School",
                "/gallery/account",
                "/gallery/session",
                List.of(
                        NavItem.of("/", "Home"),
                        NavItem.of("/gallery/content", "Concerns").count(3),
                        NavItem.of("/gallery/policy", "Policy"),
                        NavItem.of("/gallery/form", "Report a concern").emphasised()));
    }

    /// The gallery's own templates call the shipped ones, so both are compiled here together.
    @Bean
    @Primary
    TemplateEngine galleryTemplates() {
        return TemplateEngine.create(
                new BothFolders(
                        new DirectoryCodeResolver(Path.of("src/test/jte")),
                        new DirectoryCodeResolver(Path.of("src/main/jte"))),
                Path.of("target/gallery-templates"),
                ContentType.Html);
    }

    private record BothFolders(CodeResolver first, CodeResolver second) implements CodeResolver {

        @Override
        public String resolve(String name) {
            return (first.exists(name) ? first : second).resolve(name);
        }

        @Override
        public boolean exists(String name) {
            return first.exists(name) || second.exists(name);
        }

        @Override
        public long getLastModified(String name) {
            return (first.exists(name) ? first : second).getLastModified(name);
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return Stream.of(first, second)
                    .flatMap(each -> each.resolveAllTemplateNames().stream())
                    .toList();
        }
    }
}
