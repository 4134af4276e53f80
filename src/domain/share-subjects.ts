import { isComparable, rungComparisons } from './comparison-suggestions.ts';
import type { Catalog } from './model.ts';

/** A page that is handed out: what it is called and where it stands. */
export interface ShareSubject {
  /** Name of its files, unique, without extension: `otaru/grades/kacho`. */
  id: string;
  title: string;
  /** Site path. */
  path: string;
}

export interface ShareGroup {
  title: string;
  /** Palette slot, of a city. */
  palette?: number;
  subjects: ShareSubject[];
}

/** Every page that has a QR code and a sheet, by city, then what spans the cities. */
export function shareGroups(catalog: Catalog): ShareGroup[] {
  const { cities, concepts } = catalog;
  const subject = (title: string, path: string): ShareSubject => ({
    id: path.slice(1, -1),
    title,
    path,
  });
  return [
    ...cities.map((city) => ({
      title: city.name,
      palette: city.palette,
      subjects: [
        subject(city.name, `/${city.id}/`),
        subject(`${city.name}のはしご`, `/${city.id}/ladder/`),
        subject(`${city.name}の能力表`, `/${city.id}/matrix/`),
        ...city.grades.map((grade) =>
          subject(`${city.name}の${grade.name}`, `/${city.id}/grades/${grade.id}/`),
        ),
      ],
    })),
    {
      title: '能力',
      subjects: concepts.map(({ id, name }) => subject(name, `/abilities/${id}/`)),
    },
    {
      title: '段でくらべる',
      subjects: rungComparisons(catalog)
        .filter(isComparable)
        .map(({ rung: { id, name } }) => subject(`${name}の段`, `/compare/${id}/`)),
    },
  ];
}
