// SPDX-License-Identifier: Apache-2.0
/// An invented school and its invented years, so that every screen has something to show. What is
/// invented is pure, the same for the same seed and day; it is then played through the services.
@NamedInterface("demo")
@NullMarked
package school.lanyard.setup.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
