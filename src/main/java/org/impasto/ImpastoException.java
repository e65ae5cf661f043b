package org.impasto;

/**
 * A failure that the user can understand and act on: one sentence that says what was expected and what was found.
 * Each kind has one exit code of the command line. Anything else that is thrown is a bug of ours (exit code 1).
 */
public abstract sealed class ImpastoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private ImpastoException(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** The exit code of the process that ends with this failure. */
    public final int exitCode() {
        return exitCode;
    }

    /** The command line asks for something that does not exist or contradicts itself: exit code 2. */
    public static final class Usage extends ImpastoException {
        private static final long serialVersionUID = 1L;

        public Usage(String sentence) {
            super(2, sentence, null);
        }
    }

    /** The input clip is missing, broken or of a kind that cannot be rendered: exit code 3. */
    public static final class BadInput extends ImpastoException {
        private static final long serialVersionUID = 1L;

        public BadInput(String sentence) {
            super(3, sentence, null);
        }

        public BadInput(String sentence, Throwable cause) {
            super(3, sentence, cause);
        }
    }

    /** The style network is missing, broken, of the wrong shape, or gives values that are no picture: exit code 4. */
    public static final class BadModel extends ImpastoException {
        private static final long serialVersionUID = 1L;

        public BadModel(String sentence) {
            super(4, sentence, null);
        }

        public BadModel(String sentence, Throwable cause) {
            super(4, sentence, cause);
        }
    }

    /** The output exists already, cannot be written, or the disk is full: exit code 5. */
    public static final class OutputFailed extends ImpastoException {
        private static final long serialVersionUID = 1L;

        public OutputFailed(String sentence) {
            super(5, sentence, null);
        }

        public OutputFailed(String sentence, Throwable cause) {
            super(5, sentence, cause);
        }
    }

    /** A device that was asked for by name is not there or failed: exit code 6. */
    public static final class DeviceUnavailable extends ImpastoException {
        private static final long serialVersionUID = 1L;

        public DeviceUnavailable(String sentence) {
            super(6, sentence, null);
        }

        public DeviceUnavailable(String sentence, Throwable cause) {
            super(6, sentence, cause);
        }
    }

    /** The user stopped the render: exit code 130. */
    public static final class Cancelled extends ImpastoException {
        private static final long serialVersionUID = 1L;

        public Cancelled(String sentence) {
            super(130, sentence, null);
        }
    }
}
