/** Mailboxes that anybody can open: an office does not write from them, and two of them need have nothing in common. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk live.com live.fr msn.com ' +
    'yahoo.com yahoo.fr yahoo.co.uk yahoo.co.jp ymail.com aol.com icloud.com me.com mac.com gmx.com gmx.net gmx.de ' +
    'gmx.fr web.de mail.com mail.ru yandex.com yandex.ru bk.ru inbox.ru proton.me protonmail.com pm.me tutanota.com ' +
    'zoho.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr libero.it virgilio.it ' +
    'terra.com.br uol.com.br bol.com.br qq.com 163.com 126.com sina.com naver.com seznam.cz nate.com rediffmail.com'
  ).split(' '),
);
