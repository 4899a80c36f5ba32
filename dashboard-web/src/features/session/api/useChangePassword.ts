import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { PasswordChange } from "@/api/types";

export function useChangePassword() {
  return useMutation({
    mutationFn: (passwords: PasswordChange) => api.post<void>("/session/password", passwords),
  });
}
