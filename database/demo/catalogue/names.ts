export const women =
  'Ana Maria Elena Ioana Andreea Alexandra Mihaela Cristina Daniela Gabriela Raluca Simona Adriana Bianca Larisa Diana Oana Roxana Teodora Sorina Irina Anca Carmen Florentina Georgiana Ilinca Luminița Monica Nicoleta Ramona Ștefania Viorica Ruxandra Sânziana Ilona'.split(
    ' ',
  );
export const men =
  'Andrei Mihai Alexandru Ion Radu Cristian Gabriel Vlad Bogdan Ștefan Marius Adrian Daniel Florin George Ionuț Lucian Nicolae Ovidiu Paul Răzvan Sorin Tudor Victor Cătălin Călin Claudiu Doru Emil Horia Iulian Liviu Matei Sergiu Valentin'.split(
    ' ',
  );
export const surnames =
  'Marin Popescu Ionescu Radu Dumitru Stoica Gheorghe Matei Ciobanu Rusu Munteanu Moldovan Crișan Mureșan Lazăr Tudor Neagu Dobre Barbu Nistor Ungureanu Florea Bălan Cojocaru Dragomir Enache Filip Grigore Ilie Iordache Jianu Lungu Manole Năstase Olteanu Pană Roman Sandu Șerban Tănase Vasile Văduva Voicu Zamfir Albu Apostol Bucur Chiriac Costin Dănilă Diaconu Fodor Goga Haiduc Iancu Kovács Lupu Miron Negru Oprea Petrescu Pintea Rotaru Săvulescu Stanciu Suciu Toma Ursu Vlad Boca Câmpean Hațegan Pușcaș Tăut'.split(
    ' ',
  );

export const streets =
  'Strada Nucilor,Strada Livezii,Strada Păcii,Strada Morii,Strada Izvorului,Strada Viilor,Strada Teilor,Strada Stejarului,Aleea Macilor,Strada Fântânii,Strada Primăverii,Bulevardul Tineretului'.split(
    ',',
  );
