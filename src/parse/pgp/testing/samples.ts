/** OpenPGP data made with GnuPG 2.2 for the tests, under a key made for the purpose and thrown away. */

export const SIGNED = `-----BEGIN PGP MESSAGE-----

owGbwMvMwCE2VdH7A2d07V/GNQpJrLl6JRUl2RxsvhmpOTn5XLoKKYnFGVxuRfm5
CrmpXB2lLAxiHAyyYoosB6W4lnV0fGWp6uLngJnAygTSycDFKQATadrJ8N/FfaGe
/tzbLb/+7BK5UdTZduFYVMqiinP6tjP/qiSba91nZDjl9LdbUHd68/0pr/JeLl6Y
fntd5ZHKRbIGh58fCTvMOJcHAA==
=dqiw
-----END PGP MESSAGE-----
`;

export const ENCRYPTED = `-----BEGIN PGP MESSAGE-----

hF4DlY1BYwhnowgSAQdAjF0NQ1q1qTBwhXJZiuCyzOkwc51upvDQtaC3Z3d6my8w
YWGhL8HSk5xqXyTZNKxNpXmeni3Ku+0LH9dfpWdKZLcp1miDrzgCh9hi2Itx1Xts
0lUBZvbBAoHc1muH2yoY//R2p/fZUFU1YczaXN2mDHjY8Hj0H10KkqGCauK9aFKR
uFzW1QU+peKDbmqN9P6naIlQmrQ13jnQ2/wSX9laqbuTSY+y2o4N
=5EIH
-----END PGP MESSAGE-----
`;

export const WITH_PASSWORD = `-----BEGIN PGP MESSAGE-----

jA0ECQMCxybeleb0XIz/0k8BNjJTmuyvHfeBINYG7EzHx/FBrq5tVqf4cmVi86PQ
TtRNTrksboZEoL12qGcjXqBqUtuvkd8QjeYw1xV7tEf0YqOfQEfV4tnyR2ZhajNe
=rFJq
-----END PGP MESSAGE-----
`;

export const SIGNATURE = `-----BEGIN PGP SIGNATURE-----

iHUEABYIAB0WIQTBGgqmiIj1BHqKDwiVIUvwCVt9/QUCawgGTQAKCRCVIUvwCVt9
/YK5AP9ER6EuL53bhPr8uhTYcomG0MZaZKJ4zi89mf0kYzcq3wEAykL9ixEtl4Pf
lOpu6aOhZ9uuecR5oh0ww+fEVsMBnQw=
=PilV
-----END PGP SIGNATURE-----
`;

export const KEY = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mDMEawgGShYJKwYBBAHaRw8BAQdAzHjFyiy2gwAsMYQhVGegkIW7LO0/OesaPBzV
5GFn7Hm0F0FubmEgPGFubmFAZXhhbXBsZS5vcmc+iJAEExYIADgWIQTBGgqmiIj1
BHqKDwiVIUvwCVt9/QUCawgGSgIbAwULCQgHAgYVCgkICwIEFgIDAQIeAQIXgAAK
CRCVIUvwCVt9/bD7AP46wcj0LBqs/fGM9nj777h8wC0oYGBPG0vU49//kTDSGgD8
CS2mkImrkv3Ux9adZ8ronMHDYaMrYsdJ6mhuDAzoCA24OARrCAZLEgorBgEEAZdV
AQUBAQdAWoYsHbZXiSLu5/Z64Z/oWBBPEcKYiwFkqB+p4VPVEUwDAQgHiHgEGBYI
ACAWIQTBGgqmiIj1BHqKDwiVIUvwCVt9/QUCawgGSwIbDAAKCRCVIUvwCVt9/V28
AQClfxuUajf+rHx8OxvYsk4AbfdVnFdLhL63cbnSdq1yjAD/TRC9VKB2WKHfhwwT
VAy5zgcMLgYQAaQs6uI1QD/QRg8=
=2pFT
-----END PGP PUBLIC KEY BLOCK-----
`;

export const SIGNED_TEXT = `-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

hello
- - dash
- From me
-----BEGIN PGP SIGNATURE-----

iHUEARYIAB0WIQTBGgqmiIj1BHqKDwiVIUvwCVt9/QUCawgGTQAKCRCVIUvwCVt9
/USUAP9/sugNkUPlWrZFyfeAc8qKZ3sFXPdw4HKrEJa4jBOJYQEAstiwndgz0KDH
ud0uYAQcVhdPnN9OwbVlFz6QXTVHsgE=
=hCSI
-----END PGP SIGNATURE-----
`;

/** What `gpg --store --compress-algo` makes of `VAULT`, without a signature. */
export const VAULT = 'words of the vault\n'.repeat(40);
export const COMPRESSED = {
  deflate: 'owFby8ycxJqrV1JRks2Zc7Y8vyilWCE/TaEkI1WhLLE0p4RrVGhUaNgLAQA=',
  zlib: 'owJ4nFvLzJzEmqtXUlGSzZlztjy/KKVYIT9NoSQjVaEssTSnhGtUaFRo2AsBAGsWFwo=',
  bzip2:
    'owNCWmg2MUFZJlNZVFhqXgABglGUCjBAATdOn8AAAgACIAByElQxGAg0wCpUTIxManoaQ+3ZbciORG4jcRWwjLoRwI6EZwiwilKiOxHkRYR2IwAjF8AI4ARnKSCe3OhdyRThQkFRYal4',
};
