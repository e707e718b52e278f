package app.forecourt.photo.store;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * A client for FTP with TLS that resumes the TLS session of the control connection for each data connection. By default
 * vsftpd and ProFTPD refuse a data connection with a session of its own, because it could be anybody's. Java looks
 * sessions up by host and port, and Commons Net asks for the port of the data connection, where there is none.
 *
 * <p>Only TLS 1.2 is used. A session of TLS 1.3 can be resumed once, and an upload receives no further one.
 */
final class SessionReusingFtpsClient extends FTPSClient {
    private static final String[] PROTOCOLS = {"TLSv1.2"};

    private final SSLContext context;
    private final FtpSocketFactory sockets;

    SessionReusingFtpsClient(boolean isImplicit, SSLContext context, FtpSocketFactory sockets) {
        super(isImplicit, context);
        this.context = context;
        this.sockets = sockets;
        setSocketFactory(sockets);
        setEnabledProtocols(PROTOCOLS);
    }

    /** Has the data connections encrypted. */
    void protectData() throws IOException {
        execPBSZ(0);
        execPROT("P");
        // The data connections begin as plain sockets, so that the session can be chosen below.
        sockets.setControlPort(getRemotePort());
        setSocketFactory(sockets);
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, String argument) throws IOException {
        Socket plain = super._openDataConnection_(command, argument);
        if (plain == null || plain instanceof SSLSocket) {
            return plain;
        }
        try {
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, _hostname_, getRemotePort(), true);
            socket.setEnabledProtocols(PROTOCOLS);
            socket.startHandshake();
            Certificate shown = socket.getSession().getPeerCertificates()[0];
            if (!(_socket_ instanceof SSLSocket control)
                    || !shown.equals(control.getSession().getPeerCertificates()[0])) {
                throw new SSLException("another certificate than on the control connection");
            }
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }
}
