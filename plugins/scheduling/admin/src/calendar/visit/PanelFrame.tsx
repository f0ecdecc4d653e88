import { styled } from 'styled-components';

export const PanelFrame = styled.aside`
  flex: none;
  width: 32rem;
  overflow: auto;
  display: flex;
  flex-direction: column;
  gap: 1.6rem;
  padding: 2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-block-start: 4px solid var(--type);
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};

  a {
    color: ${({ theme }) => theme.colors.primary700};
    padding-block: 0.6rem;
  }
  dl {
    display: grid;
    gap: 1.2rem;
  }
  dt {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (max-width: 64rem) {
    position: fixed;
    inset: auto 0 0;
    width: auto;
    max-height: 80dvh;
    z-index: 5;
    border-radius: 12px 12px 0 0;
    box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  }
`;
