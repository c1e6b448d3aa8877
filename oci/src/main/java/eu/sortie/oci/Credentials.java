package eu.sortie.oci;

/**
 * Who asks a registry.
 *
 * @param username its name there
 * @param password the secret that proves it
 */
record Credentials(String username, String password) {

  String basic() {
    return okhttp3.Credentials.basic(username, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "credentials of " + username;
  }
}
