// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

/// The content was disposed of: its key is gone, and nobody can read it again.
public final class KeyDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyDestroyedException() {
        super("the key was destroyed or is not in this key store");
    }
}
