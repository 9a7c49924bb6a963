// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts the gate before every handler, and refuses to start with a route that has no rule.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    WebMvcConfigurer gated(Gate gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate).order(Integer.MIN_VALUE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WhoIsCalling(gate));
            }
        };
    }

    @Bean
    SmartInitializingSingleton everyRouteSaysWhoMayCallIt(ApplicationContext context) {
        return () -> {
            var open =
                    context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                            .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                            .filter(method -> !method.hasMethodAnnotation(MayCall.class))
                            .map(method -> method.getShortLogMessage())
                            .toList();
            if (!open.isEmpty()) {
                throw new IllegalStateException("routes without @MayCall: " + open);
            }
        };
    }

    /// Hands a handler whoever is calling; null only where anyone may call and nobody signed in.
    private record WhoIsCalling(Gate gate) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == SignedIn.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var asked = request.getNativeRequest(HttpServletRequest.class);
            var visit = asked == null ? null : gate.visit(asked);
            return visit == null ? null : visit.who();
        }
    }
}
