import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useFocusBack } from "../hooks/useFocusBack";

interface Props {
  title: string;
  size?: "lg";
  onClose: () => void;
  children: ReactNode;
}

/** What has to be answered or closed first. It is open for as long as it is rendered. */
export function Dialog({ title, size, onClose, children }: Props) {
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      returnFocus={false}
      {...(size ? { size } : {})}
    >
      {children}
    </Modal>
  );
}
