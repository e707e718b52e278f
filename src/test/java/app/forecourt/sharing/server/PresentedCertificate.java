package app.forecourt.sharing.server;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.NonValidatingFactory;

/** The certificate that a server shows at present. */
final class PresentedCertificate {
    private PresentedCertificate() {}

    static Certificate of(int port) throws Exception {
        try (var socket = new Socket(InetAddress.ofLiteral(PostgresServer.HOST), port)) {
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array());
            if (socket.getInputStream().read() != 'S') {
                throw new IllegalStateException("not encrypted");
            }
            try (SSLSocket encrypted =
                    (SSLSocket) new NonValidatingFactory(null).createSocket(socket, PostgresServer.HOST, port, true)) {
                return encrypted.getSession().getPeerCertificates()[0];
            }
        }
    }
}
