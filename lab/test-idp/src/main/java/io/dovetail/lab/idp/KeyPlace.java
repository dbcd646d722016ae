package io.dovetail.lab.idp;

/** Where the EncryptedKey stands. */
public enum KeyPlace {
    /** In the KeyInfo of EncryptedData. */
    INSIDE,
    /** After EncryptedData, naming its recipient (SAML Core 2.3.4). */
    BESIDE
}
