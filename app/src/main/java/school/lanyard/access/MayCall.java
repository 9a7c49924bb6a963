// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a route: any one of these. The server does not start while a route has none.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayCall {
    Caller[] value();
}
