import type { Language } from '../../model/index.ts';

/** Common names, so that no combination points at anybody; each pair is checked against the block list. */
export const GIVEN: Readonly<Record<Language, readonly string[]>> = {
  en: words(`Adam Alan Alice Amy Andrew Angela Anna Arthur Barbara Ben Beth Brian Carla Caroline Charlotte Chris Claire
    Colin Craig Daniel David Dawn Deborah Derek Diana Donald Douglas Edward Elaine Ellen Emily Eric Fiona Frances Frank
    Gareth Gary Gavin George Gillian Gordon Graham Grace Greg Hannah Harry Hazel Heather Helen Henry Hugh Ian Irene Jack
    Jacob Jane Janet Jason Jean Jeremy Jill Joan Joanna Joel Josh Joyce Judith Julian Karen Kate Keith Kelly Kenneth
    Kevin Kirsty Laura Lauren Leo Leslie Liam Linda Lisa Louise Lucy Luke Lynn Maggie Malcolm Marian Martha Martin
    Matthew Maureen Megan Melanie Michelle Mike Miriam Molly Monica Nadia Natalie Neil Nicola Nigel Nina Norman Olivia
    Owen Pamela Patricia Paula Peter Philip Rachel Ralph Rebecca Richard Robin Roger Ronald Rory Ruth Ryan Sally Sam
    Sandra Sean Sharon Sheila Simon Sophie Stella Stephen Stuart Susan Sylvia Tessa Theresa Tim Toby Tom Tracy Valerie
    Vera Victor Vincent Walter Wendy Yvonne Zoe`),
  fr: words(`Adèle Agnès Alain Alexis Alice Amélie André Anne Antoine Arnaud Aurélie Baptiste Béatrice Benoît Bernard Brigitte
    Bruno Camille Caroline Catherine Cécile Chantal Charlotte Christian Christine Claire Clément Corinne Damien Daniel
    David Delphine Denis Didier Dominique Édouard Élise Élodie Émilie Éric Estelle Étienne Eva Fabien Fabrice Florence
    Florian Francis Françoise Frédéric Gaëlle Gérard Gilles Grégory Guillaume Hélène Henri Hervé Hugo Inès Isabelle
    Jacques Jean Jérémy Jérôme Joël Josiane Julie Julien Karine Laetitia Laure Laurent Léa Lionel Louise Luc Lucie
    Ludovic Magali Manon Marc Margaux Marie Marion Martine Mathieu Maxime Mélanie Michel Mireille Monique Muriel Nadine
    Nathalie Nicolas Noémie Odile Olivier Pascal Patricia Paul Pauline Philippe Pierre Quentin Raphaël Régis Rémi Renée
    Robert Romain Sabine Sandrine Sébastien Serge Simon Solène Sophie Stéphane Sylvain Sylvie Thierry Thomas Valérie
    Vincent Virginie Xavier Yann Yves`),
};

/** Common family names, likewise. */
export const FAMILY: Readonly<Record<Language, readonly string[]>> = {
  en: words(`Abbott Adams Allen Andrews Armstrong Atkins Bailey Baker Barker Barnes Barrett Bates Baxter Bell Bennett Berry Bird
    Bishop Black Booth Bowen Bradley Brooks Burgess Burns Burton Butler Byrne Cameron Campbell Carpenter Carter Chambers
    Chapman Clarke Coleman Collins Cook Cooper Cox Crawford Cross Cunningham Curtis Dawson Day Dean Dixon Doyle Drake
    Duncan Dunn Edwards Elliott Ellis Evans Farmer Fisher Fletcher Ford Foster Fowler Fox Francis Fraser Freeman French
    Fuller Gardner Gibson Gilbert Glover Goodwin Graham Grant Graves Gray Green Griffin Hale Hall Hamilton Harper Harris
    Hart Harvey Hayes Henderson Hewitt Hicks Hill Holland Holmes Hopkins Howard Hudson Hughes Hunt Hunter Jenkins
    Johnston Jordan Kelly Kemp Kennedy Kerr King Knight Lambert Lane Lawson Lloyd Long Lowe Lucas Lynch Marsh Marshall
    Mason Matthews May McCarthy McDonald Miles Mills Mitchell Moore Morgan Morris Moss Murray Nash Newman Newton Nichols
    Norris Oliver Osborne Owens Page Palmer Parker Parsons Payne Pearce Perkins Perry Phillips Poole Porter Potter Powell
    Price Quinn Reed Reeves Reid Reynolds Rhodes Richards Riley Roberts Robertson Rogers Rose Ross Rowe Russell Sanders
    Saunders Scott Sharp Shaw Simmons Simpson Sinclair Spencer Stephens Stevens Stewart Stone Sutton Taylor Thompson
    Todd Townsend Tucker Turner Vaughan Wade Walker Wallace Walsh Walters Ward Warren Watson Watts Weaver Webb Wells West
    Wheeler White Wilkins Williamson Willis Winter Wood Woodward Wright Wyatt Yates Young`),
  fr: words(`Adam Albert Allard Aubert Aubry Barbier Baron Barre Benoit Berger Bernard Bertin Besson Blanc Blanchard Bonnet Boucher
    Boulanger Bourgeois Bouvier Boyer Brun Brunet Carlier Caron Carpentier Charpentier Chevalier Clerc Colin Collet
    Cordier Cousin Daniel David Delmas Deschamps Dubois Dufour Dumas Dumont Dupont Dupuis Durand Duval Fabre Faure
    Fernandez Fleury Fontaine Fournier Gaillard Garcia Garnier Gauthier Gautier Gay Gérard Germain Gilbert Girard Giraud
    Guérin Guillot Guyot Hamel Henry Hubert Humbert Jacob Jacquet Joly Julien Klein Lacroix Lambert Laporte Laurent
    Leblanc Leclerc Lecomte Lefèvre Legrand Lejeune Lemaire Lemoine Leroux Leroy Lévêque Lucas Maillard Mallet Marchal
    Marchand Maréchal Marie Martel Martin Martinez Masson Mathieu Ménard Mercier Meunier Meyer Michaud Michel Millet
    Monnier Moreau Morel Morin Moulin Muller Nicolas Noël Olivier Paris Pasquier Perret Perrin Perrot Petit Philippe
    Picard Pichon Poirier Pons Poulain Prévost Renard Renaud Rey Reynaud Richard Rivière Robert Robin Roche Rodriguez
    Roger Rolland Rousseau Roussel Roux Roy Royer Salmon Sanchez Schmitt Simon Tessier Thomas Vasseur Vidal Vincent
    Weber`),
};

/** What people do in a house, as signatures say it. */
export const ROLES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Office manager',
    'Events',
    'Logistics',
    'Front desk',
    'Volunteer coordination',
    'Facilities',
    'Catering',
    'Print room',
  ],
  fr: [
    'Accueil',
    'Logistique',
    'Événements',
    'Intendance',
    'Coordination des bénévoles',
    'Services généraux',
    'Reprographie',
    'Secrétariat',
  ],
};

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
