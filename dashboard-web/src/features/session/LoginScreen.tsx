import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import type { FormEvent } from "react";
import { useTitle } from "@/shared/hooks/useTitle";
import { Logo } from "@/shared/ui/Logo";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useLogIn } from "./api/useLogIn";
import classes from "./LoginScreen.module.css";

/** The way in. */
export function LoginScreen() {
  useTitle("Log in");
  const logIn = useLogIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    logIn.mutate({
      username: String(form.get("username")).trim(),
      password: String(form.get("password")),
    });
  };
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo size={48} />
        <Title order={1} size="h2" mt="md">
          Log in to Meta Layer
        </Title>
        <Text c="dimmed" mb="lg">
          Sticks that improve each other, watched over by you.
        </Text>
        <form onSubmit={submit} aria-label="Log in">
          <Stack>
            {logIn.error && <ProblemNotice error={logIn.error} />}
            <TextInput
              label="User name"
              name="username"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
            />
            <PasswordInput
              label="Password"
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
            />
            <Button type="submit" size="md" loading={logIn.isPending}>
              Log in
            </Button>
          </Stack>
        </form>
        <Text size="sm" c="dimmed" mt="lg">
          The first password was printed once, by <code>./metalayer up</code>. Lost yours? An
          administrator can give you another.
        </Text>
      </div>
    </main>
  );
}
