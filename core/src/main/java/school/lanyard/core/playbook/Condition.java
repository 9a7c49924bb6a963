// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

/// A question about the facts. Where it needs a fact that is missing, it answers [Truth#UNKNOWN].
@FunctionalInterface
public interface Condition {
    Truth test(Facts facts);
}
