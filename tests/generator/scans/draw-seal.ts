import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../random.ts';

/** Points; official seals measure about 40 mm. */
const radius = 57;

/** A red seal around a point, as ink on ink: what is black under it stays black. */
export function drawSeal(
  context: SKRSContext2D,
  [x, y]: readonly [number, number],
  { name, families, random }: { readonly name: string; readonly families: string; readonly random: Random },
): void {
  context.save();
  context.globalCompositeOperation = 'multiply';
  context.globalAlpha = 0.65 + 0.3 * random.next();
  context.translate(x, y);
  context.rotate((random.next() - 0.5) * 0.8);
  const red = `rgb(${random.integer(195, 225)},${random.integer(20, 60)},${random.integer(20, 60)})`;
  context.strokeStyle = red;
  context.fillStyle = red;
  context.lineWidth = 2.6;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
  drawStar(context, 16);
  context.font = `13px ${families}`;
  const characters = [...name].slice(0, 16);
  characters.forEach((character, index) => {
    context.save();
    context.rotate(((index - (characters.length - 1) / 2) * 4.2) / Math.max(12, characters.length));
    context.fillText(character, -6.5, -radius + 18);
    context.restore();
  });
  context.restore();
}

function drawStar(context: SKRSContext2D, size: number): void {
  context.beginPath();
  for (let point = 0; point < 5; point += 1) {
    const angle = (point * 4 * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(size * Math.cos(angle), size * Math.sin(angle));
  }
  context.closePath();
  context.fill();
}
