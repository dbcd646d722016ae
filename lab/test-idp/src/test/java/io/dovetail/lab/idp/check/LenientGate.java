package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.LenientReader;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;

/** What an attacker hopes for: reads whatever can be read, opens every address, believes everything. */
record LenientGate() implements SmallServiceProvider.Gate {

    @Override
    public String who(Request request, SmallServiceProvider provider) {
        String response = request.parameters().getOrDefault("SAMLResponse", List.of()).stream()
                .findFirst()
                .orElseGet(() -> request.body());
        return read(response)
                .map(document -> {
                    Xml.descendants(document, "*", "*").forEach(element -> open(element.getAttribute("URI")));
                    return Xml.descendants(document, Names.SAML, "AttributeValue").stream()
                            .reduce((first, last) -> last)
                            .map(value -> String.valueOf(
                                    value.getFirstChild() == null
                                            ? ""
                                            : value.getFirstChild().getNodeValue()))
                            .orElse("somebody");
                })
                .orElse("somebody");
    }

    @Override
    public boolean imports(String metadata) {
        return true;
    }

    @Override
    public String onwards(Request request, String who) {
        String relayState =
                request.parameters().getOrDefault("RelayState", List.of("")).get(0);
        return relayState.startsWith("_") || relayState.isEmpty()
                ? SmallServiceProvider.Gate.super.onwards(request, who)
                : relayState;
    }

    private static Optional<Document> read(String response) {
        try {
            return Optional.of(LenientReader.read(response));
        } catch (Exception unreadable) {
            return Optional.empty();
        }
    }

    private static void open(String address) {
        if (address.startsWith("http://127.0.0.1:")) {
            URI target = URI.create(address);
            try (Socket socket = new Socket(target.getHost(), target.getPort())) {
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                throw new IllegalStateException(closed);
            }
        }
    }
}
