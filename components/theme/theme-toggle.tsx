'use client';

import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/dropdown-menu.tsx';

const CHOICES = [
  { id: 'light', label: 'Light', Icon: Sun },
  { id: 'dark', label: 'Dark', Icon: Moon },
  { id: 'system', label: 'Same as this device', Icon: Monitor },
] as const;

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu modal={false}>
      <MenuTrigger asChild>
        <Button look="ghost" size="icon" aria-label="Light or dark">
          <Sun className="dark:hidden" aria-hidden />
          <Moon className="hidden dark:block" aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {CHOICES.map(({ id, label, Icon }) => (
          <MenuItem key={id} onSelect={() => setTheme(id)}>
            <Icon aria-hidden /> {label}
            {theme === id && <Check className="ml-auto" aria-label="chosen" />}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
