import { useState } from 'react'
import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'
import { ChooseFile } from './choose-file.tsx'
import { MapColumns } from './map-columns.tsx'
import type { UploadedFile } from './uploaded-file.ts'

/** A file becomes a draft: choose it, say which column is what, have every row checked. */
export default function CreateBulkOrder() {
  const [file, setFile] = useState<UploadedFile>()
  return (
    <>
      <PageHeader
        title={texts.bulk.pages.create}
        text={texts.bulk.create.explains}
        back={{ label: texts.bulk.pages.list, to: '/bulk-orders' }}
      />
      {file === undefined ? (
        <ChooseFile onChosen={setFile} />
      ) : (
        <MapColumns key={file.key} file={file} onOther={() => setFile(undefined)} />
      )}
    </>
  )
}
