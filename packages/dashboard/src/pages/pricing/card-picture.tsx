import styles from './card-picture.module.css'

export interface CardPictureProps {
  readonly url: string
  readonly isLarge?: boolean
}

/** The card as it is drawn from its brand’s name, which always stands beside it. */
export function CardPicture({ url, isLarge = false }: CardPictureProps) {
  const [width, height] = isLarge ? [320, 200] : [48, 30]
  return (
    <img
      src={url}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      className={isLarge ? `${styles.picture} ${styles.large}` : styles.picture}
    />
  )
}
