// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

/// Told how far the making of a demonstration has got.
@FunctionalInterface
public interface DemoProgress {

    void reached(String words);
}
