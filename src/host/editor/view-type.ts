/** The name of our custom editor, as `package.json` contributes it. */
export const VIEW_TYPE = 'scholium.dataset';
