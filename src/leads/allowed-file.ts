import { fileTypeFromBuffer } from 'file-type';

// What Outlook refuses to open: files that run when somebody opens them.
const RUNS = new Set(
  (
    'ade adp app appx appxbundle bas bat bgi cab cer chm cmd cnt com cpl crt csh der diagcab dll elf exe fxp gadget grp hlp ' +
    'hpj hta htc inf ins iso isp its jar jnlp js jse ksh lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde ' +
    'mdt mdw mdz msc msh msh1 msh2 mshxml msi msix msixbundle msp mst msu ops osd pcd pif pl plg prf prg printerexport ' +
    'ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc pyo pyw pyz pyzw reg scf scr sct shb shs sh theme tmp udl ' +
    'url vb vbe vbp vbs vhd vhdx vsmacros vsw webpnp ws wsb wsc wsf wsh xbap xll xnk'
  ).split(' '),
);

const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x.ms.shortcut',
  'application/x-ms-regedit',
  'application/vnd.ms-htmlhelp',
  'application/vnd.ms-cab-compressed',
  'application/java-vm',
  'application/java-archive',
]);

/**
 * Whether a file may be kept: not if opening it runs it. The name decides as well as the bytes, for a script is text
 * like any other and a program can be called a picture.
 */
export async function isAllowedFile(name: string, beginning: Uint8Array): Promise<boolean> {
  if (runsWhenOpened(name)) return false;
  const seen = await fileTypeFromBuffer(beginning);
  return !seen || !PROGRAMS.has(seen.mime);
}

/** Whether the name alone says that opening the file runs it. */
export function runsWhenOpened(name: string): boolean {
  // Windows drops dots and blanks at the end of a name.
  const extension = /\.([^.]+?)[. ]*$/.exec(name)?.[1]?.toLowerCase();
  return Boolean(extension && RUNS.has(extension));
}
