/** Street and city, the city once however the clinic wrote the address. */
export const addressOf = ({ address, city }: { address: string; city: string }): string =>
  city === '' || address.includes(city) ? address : [address, city].filter(Boolean).join(', ');
