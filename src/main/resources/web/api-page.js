// The API document, to be read and tried: Swagger UI over what this address says as JSON.

const here = new URL(location.href);
here.searchParams.set('f', 'json');
const lang = here.searchParams.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
here.searchParams.set('lang', lang);
document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
document.getElementById('document').href = here.href;

const area = here.pathname.replace(/\/api\/?$/, '');
const back = document.getElementById('area');
back.href = area + '?f=html';
back.textContent = '← ' + decodeURIComponent(area.split('/').pop());

window.SwaggerUIBundle({
  url: here.href,
  dom_id: '#operations',
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
  tryItOutEnabled: true,
  deepLinking: false,
});
