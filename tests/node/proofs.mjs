// Sign and verify with the implementation of Digital Bazaar. Reads a line of JSON for each question:
// `{document, secret, created}` is signed with a Multikey, `{document}` is verified.
// Prints a line for each: the proof, or for each proof of the document whether it verifies.
import { createInterface } from "node:readline";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { createSignCryptosuite, createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import jsigs from "jsonld-signatures";

const DID = "did:key:";

for await (const line of createInterface({ input: process.stdin })) {
  const { document, secret, created } = JSON.parse(line);
  console.log(JSON.stringify(secret ? await sign(document, secret, created) : await verify(document)));
}

async function sign(document, { public: publicKeyMultibase, secret: secretKeyMultibase }, created) {
  const controller = DID + publicKeyMultibase;
  const id = `${controller}#${publicKeyMultibase}`;
  const key = await Ed25519Multikey.from({ type: "Multikey", id, controller, publicKeyMultibase, secretKeyMultibase });
  const suite = new DataIntegrityProof({ signer: key.signer(), date: created, cryptosuite: createSignCryptosuite() });
  // `jsigs.sign` would write a context of its own into the document, which the suite does not need
  return suite.createProof({ document, purpose: purpose(), proofSet: [], documentLoader });
}

async function verify(document) {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const { results = [] } = await jsigs.verify(document, { suite, purpose: purpose(), documentLoader });
  return results.map(({ verified }) => verified);
}

function purpose() {
  return new jsigs.purposes.AssertionProofPurpose();
}

// The only addresses that are looked up are keys; contexts are compared, and loaded by nobody.
async function documentLoader(url) {
  const [controller, fragment] = url.split("#");
  if (!controller.startsWith(DID)) throw new Error(`${url} is not loaded`);
  const publicKeyMultibase = controller.slice(DID.length);
  const method = { id: `${controller}#${publicKeyMultibase}`, type: "Multikey", controller, publicKeyMultibase };
  const contexts = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"];
  const whole = { "@context": contexts, id: controller, verificationMethod: [method], assertionMethod: [method.id] };
  const part = { "@context": contexts[1], ...method };
  return { contextUrl: null, documentUrl: url, document: fragment ? part : whole };
}
