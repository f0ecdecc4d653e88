-- Tokens of the content API belong to nobody; access/server/src/services/content-api-tokens.ts lets no new ones come.
delete from strapi_api_token_permissions p
using strapi_api_token_permissions_token_lnk l, strapi_api_tokens t
where l.api_token_permission_id = p.id and t.id = l.api_token_id and t.kind is distinct from 'admin';

delete from strapi_api_tokens where kind is distinct from 'admin';
